import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { apiDocument } from './api-document.js';

/** The API's page at /api/docs and its document at /api/openapi.json, for everybody; all parts are served from here. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app), {
    useGlobalPrefix: true,
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Forecall API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}

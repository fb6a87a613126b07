import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** Answers with a table as a file: CSV or a workbook. */
export const SendsFile = () =>
  applyDecorators(
    ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

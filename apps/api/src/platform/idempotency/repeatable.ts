import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Refuses } from '../http/refuses.js';
import { RepeatableInterceptor } from './repeatable.interceptor.js';

/**
 * A POST that may be sent again with the same `Idempotency-Key`: it is done once, and each time gets the first answer.
 * Not for answers that hold a secret, because the answer is kept for 72 hours.
 */
export const Repeatable = () =>
  applyDecorators(
    UseInterceptors(RepeatableInterceptor),
    Refuses(409),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Of your making, one for each thing to be done; the answer is kept for 72 hours',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    }),
  );

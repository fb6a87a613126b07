import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const refusal = (status: number, description = STATUS_CODES[status] ?? 'Error') =>
  ApiResponse({ status, description, content: problem });

/**
 * The refusals of a route that do not follow from its form: conflicts, limits and the like. Those for a body, a
 * parameter or a missing permission are in the API's document anyway.
 */
export const Refuses = (...statuses: number[]) => applyDecorators(...statuses.map((status) => refusal(status)));

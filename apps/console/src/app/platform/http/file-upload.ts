import { inject } from '@angular/core';
import { ProblemError, readProblem } from './problem-error.js';
import { SessionEnd } from './session-end.js';

export type SendFile = (url: string, file: Blob, onShare: (share: number) => void) => Promise<unknown>;

/**
 * Sends a file as the body of a request, and tells how much of it has gone out (0 to 1): only the older kind of request
 * knows that. Call it in a client's field.
 */
export function injectFileUpload(): SendFile {
  const sessionEnd = inject(SessionEnd);
  return (url, file, onShare) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('PUT', url);
      request.setRequestHeader('X-Forecall', 'console');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
      request.onerror = () => reject(new ProblemError(readProblem(0, null)));
      request.onload = () => {
        if (request.status < 300) {
          resolve(request.response);
          return;
        }
        const problem = readProblem(request.status, request.response as unknown);
        if (problem.code === 'signed-out') sessionEnd.announce();
        reject(new ProblemError(problem));
      };
      request.send(file);
    });
}

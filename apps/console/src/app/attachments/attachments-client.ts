import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Attachment, AttachmentList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import { ProblemError, readProblem } from '../platform/http/problem-error.js';
import { SessionEnd } from '../platform/http/session-end.js';

export interface OutgoingFile {
  readonly id: string;
  readonly file: File;
  readonly isInternal: boolean;
}

/** Files with complaints. */
@Service()
export class AttachmentsClient {
  private readonly http = inject(HttpClient);
  private readonly sessionEnd = inject(SessionEnd);

  async list(complaintId: string): Promise<Attachment[]> {
    const { attachments } = await firstValueFrom(this.http.get<AttachmentList>(baseOf(complaintId)));
    return attachments;
  }

  /** Where it is downloaded from. */
  addressOf(complaintId: string, id: string): string {
    return `${baseOf(complaintId)}/${id}/content`;
  }

  /** By the older kind of request: only that one tells how much has gone out. */
  send(complaintId: string, { id, file, isInternal }: OutgoingFile, onShare: (share: number) => void): Promise<void> {
    const query = new URLSearchParams({ name: file.name, isInternal: isInternal ? 'yes' : 'no' }).toString();
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('PUT', `${baseOf(complaintId)}/${id}?${query}`);
      request.setRequestHeader('X-Forecall', 'console');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
      request.onerror = () => reject(new ProblemError(readProblem(0, null)));
      request.onload = () => {
        if (request.status < 300) {
          resolve();
          return;
        }
        const problem = readProblem(request.status, request.response as unknown);
        if (problem.code === 'signed-out') this.sessionEnd.announce();
        reject(new ProblemError(problem));
      };
      request.send(file);
    });
  }

  takeBack(complaintId: string, id: string): Promise<Attachment> {
    return firstValueFrom(this.http.post<Attachment>(`${baseOf(complaintId)}/${id}/void`, {}));
  }

  putBack(complaintId: string, id: string): Promise<Attachment> {
    return firstValueFrom(this.http.post<Attachment>(`${baseOf(complaintId)}/${id}/unvoid`, {}));
  }
}

const baseOf = (complaintId: string) => `/api/complaints/${complaintId}/attachments`;

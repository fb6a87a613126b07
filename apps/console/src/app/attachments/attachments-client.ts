import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Attachment, AttachmentList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import { injectFileUpload } from '../platform/http/file-upload.js';

export interface OutgoingFile {
  readonly id: string;
  readonly file: File;
  readonly isInternal: boolean;
}

/** Files with complaints. */
@Service()
export class AttachmentsClient {
  private readonly http = inject(HttpClient);
  private readonly upload = injectFileUpload();

  async list(complaintId: string): Promise<Attachment[]> {
    const { attachments } = await firstValueFrom(this.http.get<AttachmentList>(baseOf(complaintId)));
    return attachments;
  }

  /** Where it is downloaded from. */
  addressOf(complaintId: string, id: string): string {
    return `${baseOf(complaintId)}/${id}/content`;
  }

  async send(
    complaintId: string,
    { id, file, isInternal }: OutgoingFile,
    onShare: (share: number) => void,
  ): Promise<void> {
    const query = new URLSearchParams({ name: file.name, isInternal: isInternal ? 'yes' : 'no' }).toString();
    await this.upload(`${baseOf(complaintId)}/${id}?${query}`, file, onShare);
  }

  takeBack(complaintId: string, id: string): Promise<Attachment> {
    return firstValueFrom(this.http.post<Attachment>(`${baseOf(complaintId)}/${id}/void`, {}));
  }

  putBack(complaintId: string, id: string): Promise<Attachment> {
    return firstValueFrom(this.http.post<Attachment>(`${baseOf(complaintId)}/${id}/unvoid`, {}));
  }
}

const baseOf = (complaintId: string) => `/api/complaints/${complaintId}/attachments`;

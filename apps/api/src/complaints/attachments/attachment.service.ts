import { Injectable } from '@nestjs/common';
import type { AttachFile, Attachment, AttachmentList } from '@forecall/contracts';
import { mostBytesTogether, mostFileBytes, mostFiles } from '@forecall/domain';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { tooLarge, UploadRoom, wholeOf } from '../../platform/http/upload-room.js';
import { ComplaintLockService } from '../complaint-lock.service.js';
import { lockComplaint } from '../complaint-row.query.js';
import { type Sight, sightOf } from '../complaint-sight.service.js';
import {
  attachmentsOf,
  insertAttachment,
  isSentBefore,
  keptBy,
  type NewAttachment,
  pieceOf,
  writeVoid,
} from './attachment.query.js';
import { type CheckedFile, checkedFile } from './file-content.js';

export type { CheckedFile };

/** Of the files on their way in, in this process; a file in the database's hands takes up to three times its size. */
const roomBytes = 4 * mostFileBytes;

/** One read of the content on its way out. */
const pieceBytes = 512 * 1024;

/** `fileId` is made by the client, so that sent again it is stored once. */
export interface AttachmentKey {
  readonly id: string;
  readonly fileId: string;
}

/** Keeps files with complaints, and shows them to those who may see them. */
@Injectable()
export class AttachmentService {
  private readonly room = new UploadRoom(roomBytes);

  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintLockService,
  ) {}

  /** Looked at before the body is read; judged anew, with the complaint locked, when it is stored. */
  async add(
    viewer: Viewer,
    { id, fileId }: AttachmentKey,
    { name, isInternal }: AttachFile,
    body: { readonly stream: Readable; readonly declaredBytes: number | undefined },
  ): Promise<{ readonly attachment: Attachment; readonly isNew: boolean }> {
    await this.database.transaction((sql) => this.complaints.hold(sql, viewer, id));
    const declared = body.declaredBytes ?? mostFileBytes;
    if (declared > mostFileBytes) throw tooLarge(mostFileBytes);
    return this.room.during(declared, async () => {
      const content = await wholeOf(body.stream, Math.min(declared, mostFileBytes));
      const file = await checkedFile(name, content);
      return this.database.transaction(async (sql) => {
        const { sight } = await this.complaints.hold(sql, viewer, id);
        const isNew = await this.keep(sql, file, {
          id: fileId,
          complaintId: id,
          isInternal: isInternal === 'yes',
          addedBy: viewer.signInId,
        });
        const [attachment] = await attachmentsOf(sql, sight, { id, fileId, signInId: viewer.signInId });
        if (!attachment) throw new Error('What is stored is there.');
        return { attachment, isNew };
      });
    });
  }

  /** Looks into a file that came another way. */
  check(name: string, content: Buffer): Promise<CheckedFile> {
    return checkedFile(name, content);
  }

  /** As part of the caller's transaction, which holds the complaint. false: it was there before. */
  async keep(
    sql: Sql,
    file: CheckedFile,
    place: Pick<NewAttachment, 'id' | 'complaintId' | 'isInternal' | 'addedBy'>,
  ): Promise<boolean> {
    const attachment = { ...file, ...place, sha256: createHash('sha256').update(file.content).digest() };
    if (await isSentBefore(sql, attachment)) return false;
    const { files, bytes } = await keptBy(sql, place.complaintId);
    if (files >= mostFiles || bytes + file.content.length > mostBytesTogether) throw tooManyFiles();
    if (!(await insertAttachment(sql, attachment)))
      throw conflict('attachment-exists', 'There is another attachment with this id.');
    return true;
  }

  async list(viewer: Viewer, id: string): Promise<AttachmentList> {
    const sight = await sightOf(this.database, viewer);
    const attachments = await attachmentsOf(this.database, sight, { id, signInId: viewer.signInId });
    if (attachments.length === 0) await this.refuseUnseen(sight, id);
    return { attachments };
  }

  /** The content is read in pieces while it goes out. */
  async file(
    viewer: Viewer,
    key: AttachmentKey,
  ): Promise<{ readonly attachment: Attachment; readonly stream: Readable }> {
    const attachment = await this.seen(this.database, viewer, key);
    if (attachment.voidedAt !== null) throw conflict('attachment-taken-back', 'The file was taken back.');
    return { attachment, stream: Readable.from(this.pieces(attachment), { objectMode: false }) };
  }

  takeBack(viewer: Viewer, key: AttachmentKey, why: string): Promise<Attachment> {
    return this.void(viewer, key, { signInId: viewer.signInId, why });
  }

  putBack(viewer: Viewer, key: AttachmentKey): Promise<Attachment> {
    return this.void(viewer, key, null);
  }

  /** Twice is as once. */
  private void(viewer: Viewer, key: AttachmentKey, by: { signInId: string; why: string } | null): Promise<Attachment> {
    return this.database.transaction(async (sql) => {
      await this.complaints.hold(sql, viewer, key.id);
      const attachment = await this.seen(sql, viewer, key);
      if (!attachment.mayVoid) throw forbidden('Who added a file takes it back, or a supervisor or head.');
      if ((attachment.voidedAt === null) === (by === null)) return attachment;
      await writeVoid(sql, key.fileId, by);
      return this.seen(sql, viewer, key);
    });
  }

  private async seen(sql: Sql, viewer: Viewer, key: AttachmentKey): Promise<Attachment> {
    const sight = await sightOf(sql, viewer);
    const [attachment] = await attachmentsOf(sql, sight, { ...key, signInId: viewer.signInId });
    if (!attachment) throw notFound('attachment');
    return attachment;
  }

  private refuseUnseen(sight: Sight, id: string): Promise<void> {
    return this.database.transaction(async (sql) => {
      if (!(await lockComplaint(sql, id, sight))) throw notFound('complaint');
    });
  }

  private async *pieces({ id, sizeBytes }: Attachment): AsyncGenerator<Buffer> {
    for (let from = 0; from < sizeBytes; from += pieceBytes) yield await pieceOf(this.database, id, from, pieceBytes);
  }
}

const tooManyFiles = () =>
  conflict('too-many-files', `A complaint keeps at most ${mostFiles} files and 100 MB together.`, {
    values: { files: mostFiles, megabytes: mostBytesTogether / 1024 / 1024 },
  });

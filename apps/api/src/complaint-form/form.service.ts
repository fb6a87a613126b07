import { Injectable } from '@nestjs/common';
import type { ChangeComplaintForm, ComplaintForm, ComplaintFormEntry } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { AttachmentService, type CheckedFile } from '../complaints/attachments/attachment.service.js';
import { ComplaintService } from '../complaints/complaint.service.js';
import { ContactService } from '../contacts/contact.service.js';
import { AuditTrail } from '../platform/access/audit-trail.js';
import { sha256 } from '../platform/access/secret.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badRequest, conflict } from '../platform/http/problem.js';
import {
  complaintOfToken,
  type FormFace,
  formFace,
  formSettings,
  insertComplainant,
  isOpenDepartment,
  writeSettings,
} from './form.query.js';

export interface SentForm {
  /** A secret of the page that was sent: the same one again is the same complaint. */
  readonly token: string;
  readonly locale: 'en' | 'zh';
  readonly told: ComplaintFormEntry;
  readonly files: readonly CheckedFile[];
}

/** The customer's own form: its settings, and what comes in by it. */
@Injectable()
export class FormService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactService,
    private readonly complaints: ComplaintService,
    private readonly attachments: AttachmentService,
    private readonly audit: AuditTrail,
  ) {}

  face(): Promise<FormFace | undefined> {
    return formFace(this.database);
  }

  /** The number of the complaint that was made with this token. */
  async sentBefore(token: string): Promise<string | undefined> {
    return this.database.transaction(async (sql) => {
      const contactId = await complaintOfToken(sql, sha256(token));
      return contactId && (await this.complaints.ofContact(sql, contactId))?.number;
    });
  }

  /** Contact, complaint, what they told of themselves and the files: all of it, or nothing. undefined: the form is closed. */
  receive({ token, locale, told, files }: SentForm): Promise<string | undefined> {
    const key = sha256(token);
    return this.database.transaction(async (sql) => {
      const before = await complaintOfToken(sql, key);
      if (before) return (await this.complaints.ofContact(sql, before))?.number;
      const { isOpen, handlingDepartment } = await formSettings(sql, 'FOR SHARE OF f');
      if (!isOpen || !handlingDepartment) return undefined;
      const { id, number } = await this.contacts.receiveByForm(sql, handlingDepartment.id, told);
      await insertComplainant(sql, id, key, locale, told);
      // What a customer sends may say who they are, which the rep concerned does not learn.
      for (const file of files)
        await this.attachments.keep(sql, file, { id: uuid(), complaintId: id, isInternal: true, addedBy: null });
      return number;
    });
  }

  settings(): Promise<ComplaintForm> {
    return formSettings(this.database);
  }

  change(viewer: Viewer, { revision, ...told }: ChangeComplaintForm): Promise<ComplaintForm> {
    return this.database.transaction(async (sql) => {
      const before = await formSettings(sql, 'FOR UPDATE OF f');
      if (before.revision !== revision) throw revisedMeanwhile(before.revision);
      if (told.handlingDepartmentId !== null && !(await isOpenDepartment(sql, told.handlingDepartmentId)))
        throw unknownDepartment();
      await writeSettings(sql, told);
      const after = await formSettings(sql);
      await this.audit.record(sql, viewer, {
        act: 'complaint-form.changed',
        entity: 'complaint_form',
        id: formId,
        name: '',
        before: recorded(before),
        after: recorded(after),
      });
      return after;
    });
  }
}

/** There is one form; the trail wants an id. */
const formId = '00000000-0000-7000-8000-00000000f0f0';

const recorded = ({ isOpen, handlingDepartment, introEn, introZh }: ComplaintForm) => ({
  isOpen: isOpen ? 'yes' : 'no',
  handlingDepartment: handlingDepartment?.name ?? null,
  introEn,
  introZh,
});

const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });

const unknownDepartment = () =>
  badRequest('unknown-department', 'handlingDepartmentId: there is no such department now.', {
    fields: [{ path: 'handlingDepartmentId', code: 'unknown-department', message: 'there is no such department now' }],
  });

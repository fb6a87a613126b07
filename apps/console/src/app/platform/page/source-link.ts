import { inject, Service } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { Session } from '../session/session.js';

/** Where a thing is looked at. */
const addresses: Record<string, (id: string) => string> = {
  complaint: (id) => `/complaints/${id}`,
  planned_call: () => '/calls',
  report: (id) => `/reports/${id}`,
  contact: (id) => `/contacts?contact=${id}`,
  exam: (id) => `/my-exams/${id}`,
  gold_session: (id) => `/marking/gold/${id}`,
  promise: (id) => `/promises?promise=${id}`,
  alarm: (id) => `/alarms/${id}`,
  appraisal: (id) => `/appraisals/${id}`,
  // What is mine of a cycle stands among my own.
  'appraisal-cycle': () => '/appraisals',
};

interface DutyLike {
  readonly kind: string;
  readonly source: Source | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** Left out or null: nobody's alone. */
  readonly owner?: { readonly id: string } | null;
}

interface Source {
  readonly entity: string;
  readonly id: string;
}

/** The page of a thing that a duty or a notification is about. */
@Service()
export class SourceLink {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** null: it has no page of its own. */
  of(source: Source | null): UrlTree | null {
    // Whoever leads nobody sees of a campaign only the exams they give.
    if (source?.entity === 'campaign') {
      const isLeader = this.session.hasRole('supervisor', 'head', 'executive');
      return this.router.parseUrl(isLeader ? `/exams/${source.id}` : '/my-exams');
    }
    const address = source && addresses[source.entity]?.(source.id);
    return address ? this.router.parseUrl(address) : null;
  }

  ofDuty(duty: DutyLike | null): UrlTree | null {
    if (!duty?.source) return null;
    const { entity, id } = duty.source;
    const hasDesk = this.session.hasRole('rep');
    // What was handed over is gone on with, not looked at; without a desk it is handed on.
    if (duty.kind === 'hand-over') return hasDesk ? this.router.parseUrl(`/desk?continues=${id}`) : null;
    if (duty.kind === 'exam-mark' || duty.kind === 'exam-give') return this.router.parseUrl(`/marking/${id}`);
    if (entity === 'appraisal-goal') return this.router.parseUrl(`/appraisals/${duty.parameters['goalOf'] ?? ''}`);
    if (entity === 'planned_call') {
      const isOthers = duty.owner && duty.owner.id !== this.session.me()?.staffId;
      return this.router.parseUrl(`/calls?call=${id}&also=${id}${isOthers ? `&staff=${duty.owner.id}` : ''}`);
    }
    if (entity !== 'account' && entity !== 'person') return this.of(duty.source);
    if (hasDesk) return this.router.parseUrl(`/desk?${entity}=${id}`);
    const accountId = entity === 'account' ? id : duty.parameters['accountId'];
    return accountId === undefined ? null : this.router.parseUrl(`/contacts?accountId=${accountId}`);
  }
}

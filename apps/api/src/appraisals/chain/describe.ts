import type { ChainBreak } from '@forecall/contracts';

const faults: Readonly<Record<ChainBreak['fault'], string>> = {
  altered: 'is not as it was signed',
  'seal-altered': 'has a seal that was altered',
  gone: 'is gone, and its seal is there',
  'seal-gone': 'has no seal any more',
  unsealed: 'was signed and is not in the chain',
};

/** In one line, by appraisal, subject and cycle. */
export function describeBreak({ n, fault, appraisalId, kind, subject, cycle }: ChainBreak): string {
  const whose = subject === null ? '' : ` of ${subject} (${kind ?? ''}, ${cycle ?? ''})`;
  return `Signature ${n}: appraisal ${appraisalId ?? 'that is not there'}${whose} ${faults[fault]}.`;
}

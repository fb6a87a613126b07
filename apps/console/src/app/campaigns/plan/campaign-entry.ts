import type { CampaignDetail, ChangeCampaign } from '@forecall/contracts';
import { addDays } from '@forecall/domain';

/** What stands in the form of a campaign. */
export interface CampaignForm {
  en: string;
  zh: string;
  departmentId: string;
  rubricId: string;
  opensOn: string | null;
  endsOn: string | null;
  minutes: number | null;
  excludesOwn: boolean;
  coolOffDays: number | null;
  mostAttempts: number | null;
  takesOtherVariant: boolean;
  nearMark: number | null;
  differenceLimit: number | null;
  disputeDays: number | null;
  validMonths: number | null;
}

const weeks = 8;

/** Eight weeks from today on, by rules that fit most departments. */
export const emptyCampaign = (today: string): CampaignForm => ({
  ...{ en: '', zh: '', departmentId: '', rubricId: '', opensOn: today, endsOn: addDays(today, 7 * weeks), minutes: 45 },
  ...{ excludesOwn: true, coolOffDays: 7, mostAttempts: null, takesOtherVariant: true },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: null },
});

export const formOf = (campaign: CampaignDetail): CampaignForm => ({
  ...campaign.name,
  ...{ departmentId: campaign.department.id, rubricId: campaign.rubric.paperId },
  ...{ opensOn: campaign.opensOn, endsOn: campaign.endsOn, minutes: campaign.minutes },
  ...campaign.rules,
});

/** The form as the server is told it; what must be filled in is, once the form is right. */
export function toldOf(
  entry: CampaignForm,
  chosen: Pick<ChangeCampaign, 'scenarioIds' | 'teamIds' | 'assessorIds'>,
): Omit<ChangeCampaign, 'revision'> {
  const { excludesOwn, coolOffDays, mostAttempts, takesOtherVariant } = entry;
  const { nearMark, differenceLimit, disputeDays, validMonths } = entry;
  return {
    name: { en: entry.en.trim(), zh: entry.zh.trim() },
    ...{ rubricId: entry.rubricId, opensOn: entry.opensOn ?? '', endsOn: entry.endsOn ?? '' },
    ...{ minutes: entry.minutes ?? 0, ...chosen },
    rules: {
      ...{ excludesOwn, takesOtherVariant, mostAttempts, validMonths, coolOffDays: coolOffDays ?? 0 },
      ...{ nearMark: nearMark ?? 0, differenceLimit: differenceLimit ?? 0, disputeDays: disputeDays ?? 0 },
    },
  };
}

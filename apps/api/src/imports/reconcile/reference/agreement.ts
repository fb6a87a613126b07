import { cohenKappa, fleissKappa, gwetAc1, krippendorffAlpha, type Scale } from '@forecall/domain';
import { z } from 'zod';
import type { ReferenceItem } from './reference-item.js';

const value = z.number().nullable().optional();
const table = z.array(z.array(z.number()).min(1)).min(1);

const Cohen = z.object({
  items: z.array(z.object({ table, po: value, pe: value, kappa: value, published: value })),
});
const Fleiss = z.array(
  z.object({
    counts: table,
    ...{ P_bar: value, Pe: value, kappa: value },
    published: z.object({ P_bar: value, Pe: value, kappa: value }).optional(),
  }),
);
const scales = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly Scale[];
const byScale = z.partialRecord(z.enum(scales), value);
const Krippendorff = z.array(
  z.object({
    /** A row for each observer; null: not rated. */
    data: z.array(z.array(z.number().nullable())).min(1),
    alpha: byScale,
    published: byScale.optional(),
  }),
);
const Gwet = z.object({
  items: z.array(z.object({ counts: table, ac1: value, published: value })),
});

/** Files of agreement between raters: what each of their parts is compared with. */
export const agreementReaders: Readonly<Record<string, (part: unknown) => ReferenceItem[]>> = {
  cohen: (part) =>
    Cohen.parse(part).items.flatMap(({ table: cells, po, pe, kappa, published }, n) => {
      const ours = cohenKappa(cells);
      return [
        { name: `${n + 1} observed`, ours: ours.observed, computed: po },
        { name: `${n + 1} expected`, ours: ours.expected, computed: pe },
        { name: `${n + 1} kappa`, ours: ours.value, computed: kappa, published },
      ];
    }),
  fleiss: (part) =>
    Fleiss.parse(part).flatMap(({ counts, P_bar, Pe, kappa, published }, n) => {
      const ours = fleissKappa(counts);
      return [
        { name: `${n + 1} observed`, ours: ours.observed, computed: P_bar, published: published?.P_bar },
        { name: `${n + 1} expected`, ours: ours.expected, computed: Pe, published: published?.Pe },
        { name: `${n + 1} kappa`, ours: ours.value, computed: kappa, published: published?.kappa },
      ];
    }),
  krippendorff: (part) =>
    Krippendorff.parse(part).flatMap(({ data, alpha, published }, n) => {
      const units = (data[0] ?? []).map((_, unit) => data.flatMap((row) => row[unit] ?? []));
      return scales
        .filter((scale) => alpha[scale] !== undefined || published?.[scale] !== undefined)
        .map((scale) => ({
          name: `${n + 1} alpha ${scale}`,
          ours: krippendorffAlpha(units, scale).value,
          ...{ computed: alpha[scale], published: published?.[scale] },
        }));
    }),
  gwet: (part) =>
    Gwet.parse(part).items.map(({ counts, ac1, published }, n) => ({
      ...{ name: `${n + 1} AC1`, ours: gwetAc1(counts).value, computed: ac1, published },
    })),
};

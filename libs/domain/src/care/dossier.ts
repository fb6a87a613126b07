/** What one knows of a customer before a project is opened, in the order in which it is asked. */
export const dossierParts = [
  'background',
  'organisation',
  'project',
  'way-in',
  'competitors',
  'timetable',
  'gain',
] as const;

export type DossierPart = (typeof dossierParts)[number];

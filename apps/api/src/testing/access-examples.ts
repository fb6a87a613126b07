import { access } from './access-examples/access.js';
import { complaintForm } from './access-examples/complaint-form.js';
import { contacts } from './access-examples/contacts.js';
import { customers } from './access-examples/customers.js';
import { figures } from './access-examples/figures.js';
import { organisation } from './access-examples/organisation.js';
import type { Examples } from './access-matrix/example.js';

/** How each route and live event is asked for the table of who may what. A feature adds its own here. */
export const accessExamples: Examples = {
  ...access,
  ...organisation,
  ...contacts,
  ...complaintForm,
  ...customers,
  ...figures,
};

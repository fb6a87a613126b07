/** Who did something, as a person to name; SQL of json, null for the program. */
export const bySignIn = (column: string): string =>
  `(SELECT json_build_object('id', s.id, 'name', s.name) FROM sign_in w JOIN staff s ON s.id = w.staff_id WHERE w.id = ${column})`;

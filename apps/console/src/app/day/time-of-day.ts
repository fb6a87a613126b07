/** As everything here writes times: 24 hours. */
export const timeOfDay = /^([01]?\d|2[0-3]):[0-5]\d$/;

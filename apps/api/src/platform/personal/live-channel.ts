/** The channel on which processes hear that scopes have moved, or that somebody's own day has. */
export const liveChannel = 'forecall_live';

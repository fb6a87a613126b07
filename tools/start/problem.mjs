/** Something the person at the terminal can put right: shown as a sentence, without a stack. */
export class Problem extends Error {}

/** The exit code of `work`; a problem is told in its own words, a fault of ours with its stack. */
export async function told(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) console.error(`\n${error.message}`);
    else if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) console.error(`\n${inWords(error)}`);
    else console.error(error);
    return 1;
  }
}

function inWords({ code, path, message }) {
  if (code === 'ENOSPC') return `The disk is full: ${message}`;
  return `This user may not write ${path ?? 'here'}: start as the user who owns this folder. (${message})`;
}

import { readFileSync } from 'node:fs';

/** The stages of a Dockerfile as far as the checks need them: base, COPYs, RUNs, ENV and the two commands. */
export function readDockerfile(file) {
  const lines = readFileSync(file, 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  const stages = [];
  for (const line of lines.filter((text) => text && !text.startsWith('#'))) {
    const [, instruction, rest] = /^(\w+) (.*)$/.exec(line);
    if (instruction === 'FROM') stages.push(stageFrom(rest));
    else read(stages.at(-1), instruction, rest);
  }
  return stages;
}

function stageFrom(text) {
  const [, base, name] = /^(\S+)(?: AS (\S+))?$/.exec(text);
  return { base, name, copies: [], runs: [], environment: {}, user: undefined, start: undefined, health: undefined };
}

function read(stage, instruction, rest) {
  if (instruction === 'COPY') stage.copies.push(copyOf(rest));
  if (instruction === 'RUN') stage.runs.push(rest);
  if (instruction === 'USER') stage.user = rest;
  if (instruction === 'CMD') stage.start = JSON.parse(rest);
  if (instruction === 'HEALTHCHECK') stage.health = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4));
  if (instruction === 'ENV')
    Object.assign(stage.environment, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))));
}

function copyOf(text) {
  const [, from, paths] = /^(?:--from=(\S+) )?(.*)$/.exec(text);
  const words = paths.split(' ');
  return { from, sources: words.slice(0, -1), target: words.at(-1) };
}

import { parentPort, workerData } from 'node:worker_threads';
import { alarmBaseline, alarmBudgets, alarmOddsRatio } from '@forecall/domain';
import type { Simulating } from './baseline-thread.js';

const asked = { oddsRatio: alarmOddsRatio, budgets: alarmBudgets };
parentPort?.postMessage((workerData as Simulating).map(({ past, seed }) => alarmBaseline(past, { ...asked, seed })));

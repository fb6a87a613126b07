import { parentPort, workerData } from 'node:worker_threads';
import { alarmBaseline } from '@forecall/domain';
import type { Simulating } from './baseline-thread.js';

const { past, asked } = workerData as Simulating;
parentPort?.postMessage(alarmBaseline(past, asked));

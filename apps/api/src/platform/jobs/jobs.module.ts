import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Schedules } from '../schedules/schedules.js';
import { Jobs } from './jobs.js';

/** What is done later, and what is done at its time. */
@Global()
@Module({ imports: [ScheduleModule.forRoot()], providers: [Jobs, Schedules], exports: [Jobs, Schedules] })
export class JobsModule {}

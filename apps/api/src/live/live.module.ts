import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { BoardModule } from '../board/board.module.js';
import { ContactModule } from '../contacts/contact.module.js';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { ExamModule } from '../exams/exam.module.js';
import { ProactiveModule } from '../proactive/proactive.module.js';
import { CampaignWatch } from './campaign-watch.js';
import { ComplaintWatch } from './complaint-watch.js';
import { LiveEntry } from './live-entry.js';
import { LiveFigures } from './live-figures.js';
import { LivePersonal } from './live-personal.js';
import { LiveGateway } from './live.gateway.js';
import { ScopeWatch } from './scope-watch.js';

@Module({
  imports: [BoardModule, ComplaintModule, ContactModule, DutyModule, ExamModule, NotificationModule, ProactiveModule],
  providers: [CampaignWatch, ComplaintWatch, LiveEntry, LiveFigures, LiveGateway, LivePersonal, ScopeWatch],
})
export class LiveModule {}

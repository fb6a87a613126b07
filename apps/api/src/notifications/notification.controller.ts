import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NotificationList,
  NotificationQuery,
  NotificationSettings,
  ReadNotifications,
  SetNotifications,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { NotificationViewService } from './notification-view.service.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationController {
  constructor(private readonly notifications: NotificationViewService) {}

  @Get()
  @Permit('notification.read')
  @ApiOkResponse({ standardSchema: NotificationList })
  list(
    @Viewing() viewer: Viewer,
    @Query({ schema: NotificationQuery }) query: NotificationQuery,
  ): Promise<NotificationList> {
    return this.notifications.list(viewer, query);
  }

  /** Read twice is read. */
  @Post('read')
  @HttpCode(204)
  @Permit('notification.read')
  @ApiNoContentResponse()
  read(@Viewing() viewer: Viewer, @Body({ schema: ReadNotifications }) body: ReadNotifications): Promise<void> {
    return this.notifications.read(viewer, body);
  }

  @Get('settings')
  @Permit('notification.read')
  @ApiOkResponse({ standardSchema: NotificationSettings })
  settings(@Viewing() viewer: Viewer): Promise<NotificationSettings> {
    return this.notifications.settings(viewer);
  }

  @Put('settings')
  @Permit('notification.read')
  @ApiOkResponse({ standardSchema: NotificationSettings })
  change(
    @Viewing() viewer: Viewer,
    @Body({ schema: SetNotifications }) body: SetNotifications,
  ): Promise<NotificationSettings> {
    return this.notifications.change(viewer, body);
  }
}

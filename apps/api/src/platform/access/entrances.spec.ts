import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { DiscoveryModule } from '@nestjs/core';
import { createTestApp } from '../../testing/test-app.js';
import { Entrances } from './entrances.js';
import { Permit } from './permit.js';

@Controller('rooms')
class RoomController {
  @Get(':id/seats')
  @Permit('organisation.read')
  declared(): void {}

  @Get('forgotten')
  forgotten(): void {}
}

@WebSocketGateway()
class RoomGateway {
  @SubscribeMessage('enter')
  @Permit('board.watch')
  enter(): void {}

  @SubscribeMessage('leave')
  leave(): void {}
}

const start = (controllers: (typeof RoomController)[], gateways: (typeof RoomGateway)[]) => {
  @Module({ imports: [DiscoveryModule], controllers, providers: [Entrances, ...gateways] })
  class HouseModule {}
  return NestFactory.create<NestFastifyApplication>(HouseModule, new FastifyAdapter(), { logger: false });
};

describe('the start', () => {
  it('stops at a route that declares no permission, and names it', async () => {
    const app = await start([RoomController], []);
    app.setGlobalPrefix('api');
    await expect(app.init()).rejects.toThrow(/^[^-]*- GET \/api\/rooms\/forgotten \(RoomController\.forgotten\)$/);
  });

  it('stops at a live event that declares no permission, and names it', async () => {
    const app = await start([], [RoomGateway]);
    await expect(app.init()).rejects.toThrow(/^[^-]*- leave \(RoomGateway\.leave\)$/);
  });

  it('knows every route of the program', async () => {
    const test = await createTestApp();
    const names = test.app
      .get(Entrances)
      .list()
      .map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['GET /api/health', 'POST /api/session', 'DELETE /api/session']));
    expect(new Set(names).size).toBe(names.length);
    await test.close();
  });
});

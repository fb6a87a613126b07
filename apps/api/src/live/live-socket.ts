import type { BoardWindow } from '@forecall/domain';
import type { BoardSide } from '@forecall/contracts';
import type { Server, Socket } from 'socket.io';
import type { StreamReach } from '../board/stream.service.js';
import type { Viewer } from '../platform/access/viewer.js';

/** Who is behind a socket: somebody signed in, or a wallboard bound to one department or to all. */
export type LiveParty =
  | { readonly kind: 'viewer'; readonly viewer: Viewer; readonly reach: StreamReach }
  | { readonly kind: 'wallboard'; readonly credential: string; readonly departmentId: string | null };

export interface SocketData {
  party: LiveParty;
}

type Events = Record<string, (...body: unknown[]) => void>;
export type LiveServer = Server<Events, Events, Events, SocketData>;
export type LiveSocket = Socket<Events, Events, Events, SocketData>;

/** Rooms are named here and joined by the server only. */
export const rooms = {
  everybody: 'everybody',
  /** Sees the versions and the stream of every department. */
  leaders: 'leaders',
  /** Everything of one person: all their tabs and devices. */
  staff: (staffId: string) => `staff ${staffId}`,
  wallboard: (departmentId: string | null) => `wallboard ${departmentId ?? 'all'}`,
  /** Whoever looks at this complaint. */
  complaint: (id: string) => `complaint ${id}`,
  /** Whoever looks at this exam campaign. */
  campaign: (id: string) => `campaign ${id}`,
  board: (window: BoardWindow, side: BoardSide, departmentId: string | null) =>
    `board ${window} ${side} ${departmentId ?? 'all'}`,
};

export interface BoardRoom {
  readonly room: string;
  readonly window: BoardWindow;
  readonly side: BoardSide;
  readonly departmentId: string | null;
}

const boardRoom = /^board (m15|h1|today|d7|d28) (answerable|handling) (all|[0-9a-f-]{36})$/;

/** The board rooms that have a socket in this process. */
export function watchedBoards(server: LiveServer): BoardRoom[] {
  return [...server.sockets.adapter.rooms.keys()].flatMap((room) => {
    const [, window, side, department] = boardRoom.exec(room) ?? [];
    if (!window || !side || !department) return [];
    return [
      {
        room,
        window: window as BoardWindow,
        side: side as BoardSide,
        departmentId: department === 'all' ? null : department,
      },
    ];
  });
}

const staffRoom = /^staff ([0-9a-f-]{36})$/;

/** Who has a socket in this process, with one of their sockets. */
export function staffInRooms(server: LiveServer): Map<string, LiveSocket> {
  const found = new Map<string, LiveSocket>();
  for (const [room, ids] of server.sockets.adapter.rooms) {
    const staffId = staffRoom.exec(room)?.[1];
    const socket = staffId && server.sockets.sockets.get([...ids][0] ?? '');
    if (staffId && socket) found.set(staffId, socket);
  }
  return found;
}

import { Observable } from 'rxjs';

/** Says something to the other tabs of this browser, and hears them; nothing where the browser cannot. */
export class TabChannel<T> {
  private readonly channel: BroadcastChannel | undefined;
  readonly heard: Observable<T>;

  constructor(name: string) {
    const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    this.channel = channel;
    this.heard = new Observable((subscriber) => {
      const hear = ({ data }: MessageEvent) => subscriber.next(data as T);
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    });
  }

  say(message: T): void {
    this.channel?.postMessage(message);
  }
}

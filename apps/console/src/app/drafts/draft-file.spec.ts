import { Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DraftFile } from './draft-file.js';

const version = { id: 'v', n: 1, publishedAt: null, revision: 1, words: 'first' };
type Version = typeof version;

@Injectable()
class File extends DraftFile<{ versions: Version[] }, Version, string> {
  readonly sent: { words: string; isLast: boolean }[] = [];
  answer: () => Promise<void> = () => Promise.resolve();
  protected readonly store = {
    one: () => Promise.resolve({ versions: [version] }),
    version: () => Promise.resolve(version),
    save: async (_id: string, revision: number, words: string, isLast: boolean) => {
      this.sent.push({ words, isLast });
      await this.answer();
      return { ...version, words, revision: revision + 1 };
    },
    publish: () => Promise.reject(new Error('not here')),
    drop: () => Promise.resolve(),
  };
  protected contentOf({ words }: Version): string {
    return words;
  }
}

describe('a draft that is saved by itself', () => {
  async function opened(): Promise<File> {
    TestBed.configureTestingModule({ providers: [File] });
    const file = TestBed.inject(File);
    file.id.set('f');
    for (let n = 0; n < 20 && file.content() === undefined; n++) {
      TestBed.tick();
      await new Promise((done) => setTimeout(done));
    }
    return file;
  }
  const settled = () => new Promise((done) => setTimeout(done));
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('is sent at once when the page goes, so that it arrives without it, and nobody is asked', async () => {
    const file = await opened();
    expect(leave()).toBe(false);
    file.change('second');
    expect(leave()).toBe(false);
    dispatchEvent(new Event('pagehide'));
    await settled();
    expect(file.sent).toEqual([{ words: 'second', isLast: true }]);
    expect(file.saved()).toBe('saved');
  });

  it('asks before the page goes while something is on its way or was refused', async () => {
    const file = await opened();
    file.answer = () => new Promise(() => undefined);
    file.change('second');
    void file.saveNow();
    await settled();
    expect(file.saved()).toBe('saving');
    expect(leave()).toBe(true);
    TestBed.resetTestingModule();
    expect(leave()).toBe(false);
  });
});

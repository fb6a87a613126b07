import { effect, inject, Service, untracked } from '@angular/core';
import { Waiting } from '../../platform/live/waiting.js';
import { remembered } from '../../platform/storage/remembered.js';

const toneHertz = 660;
const toneSeconds = 0.18;

/** A short tone when something new comes; off until it is switched on, and never in quiet hours. */
@Service()
export class Chime {
  private readonly sound = remembered('bell-sound', ['off', 'on'] as const, 'off');
  readonly isOn = (): boolean => this.sound.value() === 'on';

  constructor() {
    const waiting = inject(Waiting);
    effect(() => {
      if (waiting.arrived() !== null && untracked(this.isOn)) this.ring();
    });
  }

  /** Switched on it is heard once, so that one knows what comes. */
  toggle(): void {
    this.sound.set(this.isOn() ? 'off' : 'on');
    if (this.isOn()) this.ring();
  }

  private ring(): void {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = toneHertz;
    volume.gain.setValueAtTime(0.08, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + toneSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + toneSeconds);
    tone.onended = () => void context.close();
  }
}

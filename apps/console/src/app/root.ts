import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Appearance } from './platform/theme/appearance.js';

@Component({ selector: 'fc-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class Root {
  constructor() {
    inject(Appearance);
  }
}

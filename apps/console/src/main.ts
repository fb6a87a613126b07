import { bootstrapApplication } from '@angular/platform-browser';
import { applicationConfig } from './app/application-config.js';
import { Root } from './app/root.js';

void bootstrapApplication(Root, applicationConfig);

export { AlarmDayCard } from './alarm-day-card.js';

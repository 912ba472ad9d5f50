// All of the reader that is loaded when articles are read, for measuring its size and speed.
export { readModel } from '../reader/modelFile.ts';
export { readSpeech } from '../reader/readSpeech.ts';
export { segment } from '../reader/segment.ts';
export { findActors } from '../reader/world/actors.ts';
export { findDates } from '../reader/world/dates.ts';
export { findEvents } from '../reader/world/events.ts';
export { findPlaces } from '../reader/world/places.ts';
export { findRelations } from '../reader/world/relations.ts';

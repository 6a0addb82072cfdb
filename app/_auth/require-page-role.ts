export { requirePageRole } from './current-actor';

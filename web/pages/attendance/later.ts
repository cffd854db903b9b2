export { Codes } from './codes.tsx';
export { Manage } from './manage.tsx';

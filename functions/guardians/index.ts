/** The guardians' door: their children, what is stored about a person, and who looked. */
export { guardiansCapability } from './routes.ts';

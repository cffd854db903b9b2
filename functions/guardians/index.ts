/** The guardians' door: their children, what is stored about a person, who looked, and who redeems for a pupil. */
export { guardiansCapability, redeemForCapability } from './routes.ts';

import type { Settings } from '../../shared/rules/settings.ts';
import type { Movement } from './move.ts';

/** How a person's credits repay debt, and what the wallet may hold before the rest goes to a unit's pool. */
export function creditRules(
  settings: Settings,
  isMinor: boolean,
  pool: string,
): Pick<Movement, 'repaidPercent' | 'cap'> {
  return isMinor
    ? {
        repaidPercent: settings.debt_repaid_percent_minor,
        cap: { pointsMax: settings.balance_points_max_minor, pool },
      }
    : {
        repaidPercent: settings.debt_repaid_percent_adult,
        cap: { pointsMax: settings.balance_points_max_adult, pool },
      };
}

/** lightning/navigation, as far as the sidebar uses it: opens a case in place. */

import { org } from './org.js';

const Navigate = Symbol('Navigate');

export function NavigationMixin(Base) {
  return class extends Base {
    [Navigate]({ attributes }) {
      org.navigate(attributes.recordId);
    }
  };
}

NavigationMixin.Navigate = Navigate;

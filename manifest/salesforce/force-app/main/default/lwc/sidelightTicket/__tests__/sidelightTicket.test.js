import { createElement } from 'lwc';
import SidelightTicket from 'c/sidelightTicket';

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base) =>
    class extends Base {
      [Navigate](aim) {
        mockNavigate(aim);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin };
});

const ID = '5005g000000000CAAQ';
const NEAR = { id: ID, own: false, near: true, url: '', text: '00001012' };
const FAR = { id: '1110', own: false, near: false, url: 'https://acme.zendesk.com/agent/tickets/1110', text: 'Zendesk #1110' };

function show(ticket) {
  const element = createElement('c-sidelight-ticket', { is: SidelightTicket });
  Object.assign(element, { ticket, texts: { opens_new_tab: '(opens in a new tab)' } });
  document.body.appendChild(element);
  return element.shadowRoot.querySelector('[data-part="ticket"]');
}

function click(link, more = {}) {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...more });
  link.dispatchEvent(event);
  return event;
}

beforeEach(() => mockNavigate.mockReset());

afterEach(() => document.body.replaceChildren());

it('opens a case of this org in place, and has its address', () => {
  const link = show(NEAR);
  expect(link.getAttribute('href')).toBe(`/lightning/r/Case/${ID}/view`);
  expect(link.hasAttribute('target')).toBe(false);
  expect(click(link).defaultPrevented).toBe(true);
  expect(mockNavigate.mock.calls).toEqual([
    [{ type: 'standard__recordPage', attributes: { objectApiName: 'Case', recordId: ID, actionName: 'view' } }]
  ]);
});

it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
  'leaves it to the browser where %j asks for a tab of its own',
  (more) => {
    expect(click(show(NEAR), more).defaultPrevented).toBe(false);
    expect(mockNavigate).not.toHaveBeenCalled();
  }
);

it('opens a ticket of another helpdesk in a new tab, which learns nothing of this one', () => {
  const link = show(FAR);
  expect(link.getAttribute('href')).toBe(FAR.url);
  expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  expect(link.textContent).toContain('(opens in a new tab)');
  expect(click(link).defaultPrevented).toBe(false);
});

it('takes nobody’s word for where a case of this org is', () => {
  expect(show({ ...NEAR, url: 'https://elsewhere.example/' }).getAttribute('href')).toBe(`/lightning/r/Case/${ID}/view`);
});

it.each([{ ...FAR, url: '' }, { ...NEAR, own: true }, { ...NEAR, id: 'one/two', url: 'https://elsewhere.example/' }])('is plain text where there is nothing to open', (ticket) => {
  const shown = show(ticket);
  expect([shown.tagName, shown.textContent]).toEqual(['SPAN', ticket.text]);
});

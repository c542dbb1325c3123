/** Links to tickets of the two accounts lead to their pages here: what stands at their real addresses is not ours. */

const TICKETS = {
  zendesk: /^https:\/\/([\w-]+)\.zendesk\.com\/agent\/tickets\/(\d+)$/u,
  salesforce: /^https:\/\/([\w-]+)\.my\.salesforce\.com\/lightning\/r\/Case\/(\w+)\/view$/u,
};
const OF_THIS_ORG = /^\/lightning\/r\/Case\/(\w+)\/view$/u;

/** The page here of the ticket at an address, null where it is none of the account's. */
function pageOf(href, account, homes) {
  const near = href.startsWith(location.origin) ? OF_THIS_ORG.exec(href.slice(location.origin.length)) : null;
  if (near) return homes.salesforce && `${homes.salesforce}tickets/${near[1]}`;
  for (const [vendor, pattern] of Object.entries(TICKETS)) {
    const [, company, id] = pattern.exec(href) ?? [];
    if (company === account && homes[vendor]) return `${homes[vendor]}tickets/${id}`;
  }
  return null;
}

/** From now on links lead here as somebody uses them, however: `homes` are the pages' addresses, by vendor. */
export function leadHere({ account, homes }) {
  const lead = (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const page = link ? pageOf(link.href, account, homes) : null;
    if (page) link.href = page;
  };
  for (const event of ["click", "auxclick", "contextmenu"]) document.addEventListener(event, lead, { capture: true });
}

/** What `leadHere` needs, from the page's own body. */
export function given() {
  const { vendor } = document.documentElement.dataset;
  const { home, other, account } = document.body.dataset;
  const another = vendor === "zendesk" ? "salesforce" : "zendesk";
  return { account, homes: { [vendor]: new URL(home, location.href).href, [another]: other ?? "" } };
}

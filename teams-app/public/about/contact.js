// These pages are the same for every council. Whom to ask is in the deployment's own settings; without them the page's own words stand.
const fill = async () => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) return;
  const { contact } = await response.json();
  if (!contact?.team || !contact?.email) return;
  for (const place of document.querySelectorAll('[data-contact]')) {
    const link = document.createElement('a');
    link.href = `mailto:${contact.email}`;
    link.textContent = contact.email;
    place.replaceChildren(`${contact.team} (`, link, ')');
  }
};

fill().catch((error) => console.warn('The contact of this deployment could not be read.', error));

export { openBrowser } from '../../scripts/chromium.mjs';

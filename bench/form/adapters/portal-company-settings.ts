import '../../../src/components/company-settings/company-settings.js';
import { ourSettings } from './our-settings.js';

export const contestant = ourSettings();

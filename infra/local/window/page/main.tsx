import './window.css';
import './areas.css';
import './cards.css';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { WindowSettings } from '../window-document.ts';
import { WindowApp } from './WindowApp.tsx';

const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as WindowSettings;
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(<WindowApp settings={settings} />);

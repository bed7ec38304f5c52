import './app/usable-language.ts';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { makeConnection } from './rpc/connection.ts';
import { openLink } from './rpc/open-link.ts';
import { makeQueryClient } from './rpc/query-client.ts';
import { firstTheme } from './state/use-resolved-theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
document.documentElement.dataset.theme = firstTheme();
createRoot(root).render(<App connection={makeConnection(openLink)} queries={makeQueryClient()} />);

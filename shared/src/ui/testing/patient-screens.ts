import { configure } from '@testing-library/react';

/** Jest setup: what a screen will show is waited for as long as a busy machine needs. Testing Library gives up after one second, which asserts a time. */
configure({ asyncUtilTimeout: 20_000 });

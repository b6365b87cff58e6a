import { render, screen } from '@testing-library/react';
import * as React from 'react';
import { later } from './later.tsx';

class Boundary extends React.Component<{ readonly children: React.ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }
  override render(): React.ReactNode {
    return this.state.error ? <p>{this.state.error.name}</p> : this.props.children;
  }
}

const Greeting: React.FC<{ readonly name: string }> = ({ name }) => <p>Hello {name}</p>;

describe('a part that is loaded later', () => {
  it('shows what stands in its place until its code has arrived', async () => {
    const Part = later(async () => Greeting, <p>Loading</p>);
    render(<Part name="Dorset" />);
    expect(screen.getByText('Loading')).toBeTruthy();
    expect(await screen.findByText('Hello Dorset')).toBeTruthy();
  });

  it('is shown at once when it was prepared', async () => {
    const Part = later(async () => Greeting, <p>Loading</p>);
    Part.prepare();
    await Promise.resolve();
    render(<Part name="Dorset" />);
    expect(screen.getByText('Hello Dorset')).toBeTruthy();
  });

  it('tells the error boundary when its code does not arrive, and asks again when it is shown again', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let online = false;
    const Part = later(async () => {
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return Greeting;
    });
    const { unmount } = render(
      <Boundary>
        <Part name="Dorset" />
      </Boundary>,
    );
    expect(await screen.findByText('PartNotLoaded')).toBeTruthy();
    unmount();
    online = true;
    render(<Part name="Dorset" />);
    expect(await screen.findByText('Hello Dorset')).toBeTruthy();
    told.mockRestore();
  });

  it('keeps quiet when it cannot be prepared: it says so when it is shown', async () => {
    const Part = later(async (): Promise<typeof Greeting> => Promise.reject(new TypeError('offline')));
    expect(() => Part.prepare()).not.toThrow();
    await Promise.resolve();
  });
});

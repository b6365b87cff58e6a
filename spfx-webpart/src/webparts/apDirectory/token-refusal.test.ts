import { SetUpFault, SignInNeeded } from '@ap/shared/ui/host-faults';
import { tokenRefusal } from './token-refusal';

describe('who must act when SharePoint gives no token', () => {
  it('is the IT team where access to the API is not approved', () => {
    const refusal = tokenRefusal(new Error('AADSTS65001: The user or administrator has not consented to use the application'));
    expect(refusal instanceof SignInNeeded && refusal.who).toBe('administrator');
  });

  it("is the page's owner where the URI is not known", () => {
    const refusal = tokenRefusal(new Error('AADSTS500011: The resource principal named api://x was not found in the tenant'));
    expect(refusal instanceof SetUpFault && refusal.whatToDo).toContain('owner of this page');
  });

  it('is the person in every other case', () => {
    const refusal = tokenRefusal('login_required');
    expect(refusal instanceof SignInNeeded && refusal.who).toBe('person');
  });
});

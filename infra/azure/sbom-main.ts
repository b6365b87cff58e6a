import { writeBill } from './sbom.ts';

writeBill();

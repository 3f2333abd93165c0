// Restify goes on without tracing when this module is not there.
throw new Error('no DTrace here');

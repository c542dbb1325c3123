"""Alembic's entry: runs the migrations on the connection that `schema.upgrade` opened."""

from alembic import context

from integration.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most columns in place
    transactional_ddl=True,
)
context.run_migrations()

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "agent/syl-agent.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "agent/syl-agent-call.h"
#include "agent/syl-agent-search.h"
#include "agent/syl-agent-stay.h"

#define NAME SYL_APPLICATION_ID ".Agent"

struct _SylAgent
{
  GMainLoop *loop;             /* owned */
  GDBusConnection *connection; /* owned, while it runs */
  SylAgentSearch *search;      /* owned, while it runs */
  SylAgentStay *stay;          /* owned, while it runs */
  SylAgentCall *call;          /* owned, while it has the name: two agents would call twice as often */
  GError *failure;             /* owned, nullable */
  unsigned int leave_after;    /* seconds without work; 0 to stay */
  unsigned int n_holds;
  guint name_id;
  guint leave_id;
  guint acquired : 1;
  guint leaving : 1;
};

/**
 * syl_agent_new:
 * @leave_after: how many seconds without work it waits before it leaves, 0 to stay
 *
 * Returns: (transfer full): an agent that doesn't run yet
 */
SylAgent *
syl_agent_new (unsigned int leave_after)
{
  SylAgent *self = g_new0 (SylAgent, 1);

  self->loop = g_main_loop_new (NULL, FALSE);
  self->leave_after = leave_after;
  return self;
}

/**
 * syl_agent_free:
 * @self: (transfer full): an agent that doesn't run any more
 */
void
syl_agent_free (SylAgent *self)
{
  g_clear_handle_id (&self->leave_id, g_source_remove);
  g_clear_error (&self->failure);
  g_main_loop_unref (self->loop);
  g_free (self);
}

/**
 * syl_agent_get_connection:
 * @self: an agent that runs
 *
 * Returns: (transfer none): its connection to the session bus
 */
GDBusConnection *
syl_agent_get_connection (SylAgent *self)
{
  return self->connection;
}

static void
quit_if_idle (gpointer user_data)
{
  SylAgent *self = user_data;

  if (self->n_holds == 0)
    g_main_loop_quit (self->loop);
}

/* The name is given up first: what is asked from then on starts another agent. What was asked before is
 * in our queue by then, and is answered. */
static void
leave (gpointer user_data)
{
  SylAgent *self = user_data;

  self->leave_id = 0;
  self->leaving = TRUE;
  g_clear_pointer (&self->call, syl_agent_call_free);
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  g_idle_add_once (quit_if_idle, self);
}

static void
wait_to_leave (SylAgent *self)
{
  if (self->leave_after > 0 && !self->leaving)
    self->leave_id = g_timeout_add_seconds_once (self->leave_after, leave, self);
}

/**
 * syl_agent_hold:
 * @self: an agent
 *
 * Keeps it from leaving: there is work.
 */
void
syl_agent_hold (SylAgent *self)
{
  self->n_holds++;
  g_clear_handle_id (&self->leave_id, g_source_remove);
}

/**
 * syl_agent_release:
 * @self: an agent
 *
 * Takes back one syl_agent_hold().
 */
void
syl_agent_release (SylAgent *self)
{
  g_return_if_fail (self->n_holds > 0);

  if (--self->n_holds > 0)
    return;
  if (self->leaving)
    quit_if_idle (self);
  else
    wait_to_leave (self);
}

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  SylAgent *self = user_data;

  self->acquired = TRUE;
  self->call = syl_agent_call_new (self);
  syl_agent_release (self);
}

/* To one that stays, or with the bus; what was asked before is still answered. Where it never was ours,
 * another one has it. */
static void
name_lost_cb (GDBusConnection *connection,
              const char      *name,
              gpointer         user_data)
{
  SylAgent *self = user_data;

  self->leaving = TRUE;
  g_clear_pointer (&self->call, syl_agent_call_free);
  if (self->acquired && !g_dbus_connection_is_closed (self->connection))
    {
      quit_if_idle (self);
      return;
    }
  if (!self->acquired)
    g_set_error_literal (&self->failure, G_IO_ERROR, G_IO_ERROR_EXISTS, _("The agent runs already."));
  g_main_loop_quit (self->loop);
}

static gboolean
signal_cb (gpointer user_data)
{
  SylAgent *self = user_data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
connect_parts (SylAgent  *self,
               GError   **error)
{
  g_autoptr (GError) failure = NULL;

  self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &failure);
  if (self->connection == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, _("The session bus can’t be reached: %s"),
                   failure->message);
      return FALSE;
    }
  self->search = syl_agent_search_new (self, error);
  if (self->search != NULL)
    self->stay = syl_agent_stay_new (self, error);
  return self->stay != NULL;
}

/* Who stays takes over from one that would leave again. */
static void
own_name (SylAgent *self)
{
  GBusNameOwnerFlags flags = self->leave_after > 0 ? G_BUS_NAME_OWNER_FLAGS_ALLOW_REPLACEMENT
                                                   : G_BUS_NAME_OWNER_FLAGS_REPLACE;

  self->name_id = g_bus_own_name_on_connection (self->connection, NAME,
                                                flags | G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, name_acquired_cb,
                                                name_lost_cb, self, NULL);
}

/**
 * syl_agent_run:
 * @self: an agent
 * @error: return location for an error with a sentence for the reader
 *
 * Offers its services on the session bus until it is told to end, another agent takes over, or it
 * has had no work for as long as it waits.
 *
 * Returns: %TRUE if it had the name
 */
gboolean
syl_agent_run (SylAgent  *self,
               GError   **error)
{
  guint signals[] = { g_unix_signal_add (SIGTERM, signal_cb, self), g_unix_signal_add (SIGINT, signal_cb, self) };

  if (connect_parts (self, error))
    {
      syl_agent_hold (self);
      own_name (self);
      g_main_loop_run (self->loop);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_source_remove (signals[i]);
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  g_clear_pointer (&self->call, syl_agent_call_free);
  g_clear_pointer (&self->stay, syl_agent_stay_free);
  g_clear_pointer (&self->search, syl_agent_search_free);
  if (self->connection != NULL)
    g_dbus_connection_flush_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  if (self->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  return self->acquired;
}

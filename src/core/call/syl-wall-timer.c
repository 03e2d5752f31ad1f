/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call/syl-wall-timer.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "call/syl-local-time.h"

struct _SylWallTimer
{
  SylWallTimerFunc func;
  gpointer user_data;
  GSource *source;       /* owned, nullable */
  GFileMonitor *monitor; /* owned, nullable */
  int fd;                /* -1 if there is none */
  gint64 moment;         /* in microseconds since 1970; G_MAXINT64 for none */
};

/* The clock was set between a look at it and now: there has to be another look. */
static void
fire (SylWallTimer *self)
{
  struct itimerspec at_once = { .it_value = { .tv_nsec = 1 } };

  timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at_once, NULL);
}

/* A timer that is not set does not tell that the clock was: without a moment it waits for the last one.
 * Setting it also takes note of how the clock goes now, so that it tells again. */
static void
arm (SylWallTimer *self)
{
  struct itimerspec when = { .it_value = { .tv_sec = self->moment / G_USEC_PER_SEC,
                                           .tv_nsec = self->moment % G_USEC_PER_SEC * 1000 } };

  if (when.it_value.tv_sec <= 0)
    when.it_value = (struct timespec){ .tv_nsec = 1 };
  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0)
    return;
  if (errno == ECANCELED)
    fire (self);
  else
    g_warning ("The timer can't be set: %s", g_strerror (errno));
}

/* A read that fails with ECANCELED says that the clock was set. */
static gboolean
ready_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  SylWallTimer *self = user_data;
  guint64 n_times;
  gssize n_read = read (fd, &n_times, sizeof n_times);

  if (n_read < 0 && errno != ECANCELED)
    return errno == EAGAIN || errno == EINTR ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  if (n_read >= 0)
    self->moment = G_MAXINT64;
  arm (self);
  self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
zone_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other_file,
                 GFileMonitorEvent  event,
                 SylWallTimer      *self)
{
  self->func (self->user_data);
}

static void
watch_zone (SylWallTimer *self,
            const char   *zone_file)
{
  const char *path = zone_file != NULL ? zone_file : syl_local_time_get_file ();
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (zone_changed_cb), self);
}

/**
 * syl_wall_timer_new:
 * @zone_file: (nullable): the file that stands for the time zone; that of syl_local_time_get_file() if none
 * @func: called when it is time to look at the clock
 * @user_data: for @func
 *
 * Returns: (transfer full): a timer of the calling thread, for no moment yet
 */
SylWallTimer *
syl_wall_timer_new (const char       *zone_file,
                    SylWallTimerFunc  func,
                    gpointer          user_data)
{
  SylWallTimer *self = g_new0 (SylWallTimer, 1);

  self->func = func;
  self->user_data = user_data;
  self->moment = G_MAXINT64;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    {
      self->source = g_unix_fd_source_new (self->fd, G_IO_IN);
      g_source_set_callback (self->source, G_SOURCE_FUNC (ready_cb), self, NULL);
      g_source_attach (self->source, g_main_context_get_thread_default ());
      arm (self);
    }
  watch_zone (self, zone_file);
  return self;
}

/**
 * syl_wall_timer_free:
 * @self: (transfer full): a timer
 */
void
syl_wall_timer_free (SylWallTimer *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/**
 * syl_wall_timer_set:
 * @self: a timer
 * @moment: (nullable): when it is to call, at once if that is over; %NULL for no moment
 *
 * Takes the place of what was set before.
 */
void
syl_wall_timer_set (SylWallTimer *self,
                    GDateTime    *moment)
{
  self->moment = moment != NULL ? g_date_time_to_unix_usec (moment) : G_MAXINT64;
  if (self->fd >= 0)
    arm (self);
}

# Image of the application, from the jar that "./mvnw package" builds: docker build -t daybreak .
FROM eclipse-temurin:25-jre

# A user of its own with a fixed number, so that volumes keep their owner from one image to the next.
RUN groupadd --system --gid 10001 daybreak \
 && useradd --system --uid 10001 --gid daybreak --home-dir /data --no-create-home --shell /usr/sbin/nologin daybreak \
 && mkdir /data \
 && chown daybreak:daybreak /data

COPY target/daybreak.jar /opt/daybreak/daybreak.jar

USER daybreak
WORKDIR /data
VOLUME /data
ENV DAYBREAK_DATA_DIR=/data \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080

# The management port is asked from inside and need not be published. Bash speaks HTTP here, as curl may be missing.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

ENTRYPOINT ["java", "-jar", "/opt/daybreak/daybreak.jar"]
